using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

/// <summary>The database an app uses.</summary>
internal sealed record DataSource
{
    [Says("AutoSelectOpsworksMysqlInstance, OpsworksMysqlInstance, RdsDbInstance or None.")]
    public string? Type { get; init; }

    [Says("The ARN of the registered database.")]
    public string? Arn { get; init; }

    [Says("The name of the database in it.")]
    public string? DatabaseName { get; init; }
}
