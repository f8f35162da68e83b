# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 0151cd5488f9140eea4524ea9af132d9ee42c567a082030beaeb911e36d18ad2
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: b38ef763f324434ab79e305091ace7ca21ac5dbd9fd0ab2e8d6bd32063c2dc4d
# openapi/templates: 143478b647406e32dac46430ef9f6f147c0a7e18508e569b606d0b655c977e1a
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
