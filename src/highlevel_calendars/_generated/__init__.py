# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 0151cd5488f9140eea4524ea9af132d9ee42c567a082030beaeb911e36d18ad2
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: e85d8093afbf5b9d7824d004c9aa0e8c9a31ad3e6465a83d2c4cfe5fbd5cfafd
# openapi/templates: dca47deef2534e53abaec89fa357bfaf97d08b7a1fd68c84307bb288aa705fa9
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
