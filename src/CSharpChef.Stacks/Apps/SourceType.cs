namespace CSharpChef.Stacks;

internal enum SourceType
{
    Git,
    Svn,
    Archive,
    S3,
}
