# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 21e867af7710a89fe2fde8a4db38e1edcb210b468d524360c842e2103a418283
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: 317b979b09ed6f76b7a85b717b96bf5db2a4fc68b72d938fd35a4f93f3613584
# openapi/templates: a45905d46424493ac62738e402aad5d47677430509c060c3991a98ab9508a032
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
