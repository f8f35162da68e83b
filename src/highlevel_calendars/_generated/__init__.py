# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 333b17327349735c347b7df656fce80afc70a94d5f22473fd633999c37c282f1
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: 705e2f1bbfd10f8a90871036c2351d6d0223b56b43f1a48d6e3abd839ac65523
# openapi/templates: d1d16d1a45b8a56242f9bff89ed00ca317b1594185b8d50e4732694655c4c119
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
