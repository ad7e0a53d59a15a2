using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

/// <summary>The database of an app.</summary>
internal sealed record DataSource
{
    [Description("AutoSelectOpsworksMysqlInstance, OpsworksMysqlInstance, RdsDbInstance or None.")]
    public string? Type { get; init; }

    [Description("The ARN of the registered database.")]
    public string? Arn { get; init; }

    [Description("The database name on that server.")]
    public string? DatabaseName { get; init; }
}
