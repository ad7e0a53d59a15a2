namespace CSharpChef.Stacks;

[Open]
internal enum DeploymentStatus
{
    Running,
    Successful,
    Failed,
}
