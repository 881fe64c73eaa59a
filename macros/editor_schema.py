"""JSON Schemas of the content and of a council's folder, with which editors complete and check.

They are derived from the models and say nothing that the models do not. Draft 7, because every
editor's YAML support knows it."""

import json

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from macros.brand.reader import LISTS
from macros.brand.settings import Brand
from macros.content.model.base import Part
from macros.content.model.files import Aliases, Glossary, References, Resources, Slips
from macros.content.model.records import Attribute, Report, Workbook
from macros.content.naming import noun

SCHEMAS: dict[str, type[Part]] = {
    "report": Report,
    "attribute": Attribute,
    "workbook": Workbook,
    "references": References,
    "resources": Resources,
    "glossary": Glossary,
    "slips": Slips,
    "aliases": Aliases,
    "brand": Brand,
    **{f"brand-{name.removesuffix('.yml')}": model for name, model in LISTS.items()},
}


class _Schema(GenerateJsonSchema):
    """Draft 7, with a model's noun as its title and no titles for fields."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def field_title_should_be_set(self, _schema: object) -> bool:
        """Give fields no titles: a field's name says enough."""
        return False

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Generate a model's schema, with its docstring on one line as the description."""
        found = super().model_schema(schema)
        found["title"] = noun(schema["cls"]).capitalize()
        if "description" in found:
            found["description"] = " ".join(found["description"].split())
        return found


def schema_text(model: type[Part]) -> str:
    """Return the JSON Schema of a file that holds this model, the same text for the same models."""
    schema = model.model_json_schema(schema_generator=_Schema)
    dialect = {"$schema": _Schema.schema_dialect}
    return json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"
