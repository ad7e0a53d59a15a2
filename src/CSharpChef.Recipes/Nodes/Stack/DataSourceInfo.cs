namespace CSharpChef.Recipes;

/// <summary>The database of an app.</summary>
/// <param name="Type">The type, such as <c>RdsDbInstance</c>.</param>
public sealed record DataSourceInfo(string Type)
{
    /// <summary>The ARN of the database.</summary>
    public string? Arn { get; init; }

    /// <summary>The name of the database on its server.</summary>
    public string? DatabaseName { get; init; }
}
