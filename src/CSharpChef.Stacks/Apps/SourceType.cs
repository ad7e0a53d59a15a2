namespace CSharpChef.Stacks.Apps;

internal enum SourceType
{
    Git,
    Svn,
    Archive,
    S3,
}
