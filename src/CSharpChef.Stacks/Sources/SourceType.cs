namespace CSharpChef.Stacks.Sources;

internal enum SourceType
{
    Git,
    Svn,
    Archive,
    S3,
}
