using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

[Open]
internal enum DeploymentStatus
{
    Running,
    Successful,
    Failed,
}
