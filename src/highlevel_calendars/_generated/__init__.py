# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 21e867af7710a89fe2fde8a4db38e1edcb210b468d524360c842e2103a418283
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: 705e2f1bbfd10f8a90871036c2351d6d0223b56b43f1a48d6e3abd839ac65523
# openapi/templates: d1d16d1a45b8a56242f9bff89ed00ca317b1594185b8d50e4732694655c4c119
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
