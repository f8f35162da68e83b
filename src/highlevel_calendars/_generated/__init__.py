# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 333b17327349735c347b7df656fce80afc70a94d5f22473fd633999c37c282f1
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: da5c4dd46505f11402a451e9a480caf5aa8965f2cccd0f59331b368deadc7483
# openapi/templates: ce53f66231787a5396252290dca42364971b5901bb7efb37b19149f68338828c
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
