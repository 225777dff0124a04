from ingest.models.upload import ImportedRecord, Revision, Upload

__all__ = ["ImportedRecord", "Revision", "Upload"]
