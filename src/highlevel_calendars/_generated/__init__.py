# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 21e867af7710a89fe2fde8a4db38e1edcb210b468d524360c842e2103a418283
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: 40b5e3409bcdae3858d61d38460a3edc49788008d92d089e5e59d727eec0dc78
# openapi/templates: 4fc7c459ee6b028c35648e8b58592f0e3cdb418a126bb2b33bf5bbdf36822097
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
