using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

[Open]
internal enum CommandStatus
{
    Pending,
    Successful,
    Failed,
    Skipped,
    Superseded,
    Expired,
}
