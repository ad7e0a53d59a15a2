using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Runs.Records;

[Description("Lists what became of each resource in a command, in the order of the recipes.")]
internal sealed class DescribeCommandResults : Query<DescribeCommandResults.Request, DescribeCommandResults.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var command = await call.GetAsync<Command>(request.CommandId);
        var run = await call.Store.FindRunAsync(command.CommandId);
        return new(
            await call.Store.ResultsAsync(command.CommandId), run?.CookbooksState, run?.Recipes);
    }

    internal sealed record Request
    {
        [Description("The command.")]
        public required string CommandId { get; init; }
    }

    /// <param name="Results">The resources.</param>
    /// <param name="CookbooksState">The commit of the cookbooks, or the SHA-256 of their archive or folder.</param>
    /// <param name="Recipes">The recipes that the command ran.</param>
    internal sealed record Response(
        IReadOnlyList<ResourceResult> Results, string? CookbooksState, IReadOnlyList<string>? Recipes);
}
