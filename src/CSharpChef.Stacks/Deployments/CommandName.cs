namespace CSharpChef.Stacks.Deployments;

/// <summary>What can be asked of instances.</summary>
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
