from ingest.admin.upload import UploadAdmin

__all__ = ["UploadAdmin"]
