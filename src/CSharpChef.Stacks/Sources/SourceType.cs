using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Sources;

internal enum SourceType
{
    Git,
    Svn,
    Archive,
    S3,

    /// <summary>Nothing is fetched: the source is data for recipes. Only apps may have it.</summary>
    [Unlisted]
    Other,
}
