namespace CSharpChef.Stacks.Deployments;

/// <summary>The commands of a deployment.</summary>
internal enum CommandName
{
    InstallDependencies,
    UpdateDependencies,
    UpdateCustomCookbooks,
    ExecuteRecipes,
    Configure,
    Setup,
    Deploy,
    Rollback,
    Start,
    Stop,
    Restart,
    Undeploy,
}
