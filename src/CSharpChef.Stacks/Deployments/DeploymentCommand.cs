using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

internal sealed record DeploymentCommand
{
    [Description("What is done: deploy, undeploy, rollback, start, stop and restart are an app's; the others are the stack's.")]
    public required CommandName Name { get; init; }

    [Description("Its arguments, each a list of texts: recipes of execute_recipes, migrate of deploy, upgrade_os_to and allow_reboot of update_dependencies.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Args { get; init; }
}
