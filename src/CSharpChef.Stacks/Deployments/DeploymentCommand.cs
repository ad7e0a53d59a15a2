using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

internal sealed record DeploymentCommand
{
    [Description(
        "The command: deploy, undeploy, rollback, start, stop and restart need an app; the others act on the stack.")]
    public required CommandName Name { get; init; }

    [Description(
        "The command's arguments, each a list of strings: recipes for execute_recipes, migrate for deploy, upgrade_os_to and allow_reboot for update_dependencies.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Args { get; init; }
}
