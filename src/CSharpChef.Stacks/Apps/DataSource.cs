using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

/// <summary>The database an app uses.</summary>
internal sealed record DataSource
{
    [Description("AutoSelectOpsworksMysqlInstance, OpsworksMysqlInstance, RdsDbInstance or None.")]
    public string? Type { get; init; }

    [Description("The ARN of the registered database.")]
    public string? Arn { get; init; }

    [Description("The name of the database in it.")]
    public string? DatabaseName { get; init; }
}
