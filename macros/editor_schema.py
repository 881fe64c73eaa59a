"""JSON Schemas of the records and of what is in a council's folder, for editors.

With them an editor completes and checks what is typed. They are written from the models
and say nothing that the models do not. Draft 7, because every editor's YAML support knows it.
"""

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
    """Draft 7; a model is titled as people call it, a field needs no title but its name."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def field_title_should_be_set(self, _schema: object) -> bool:
        """Whether a field gets a title: never."""
        return False

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """A model's schema, its docstring on one line."""
        found = super().model_schema(schema)
        found["title"] = noun(schema["cls"]).capitalize()
        if "description" in found:
            found["description"] = " ".join(found["description"].split())
        return found


def schema_text(model: type[Part]) -> str:
    """The schema of a file that holds this model: JSON text, the same at every run."""
    schema = model.model_json_schema(schema_generator=_Schema)
    dialect = {"$schema": _Schema.schema_dialect}
    return json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"
