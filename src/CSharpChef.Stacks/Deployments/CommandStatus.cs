namespace CSharpChef.Stacks;

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
