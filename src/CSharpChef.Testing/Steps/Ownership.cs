using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

/// <summary>The wanted mode, owner and group of a path; null leaves a part alone.</summary>
internal sealed record Ownership(Permissions? Mode, string? Owner, string? Group)
{
    /// <summary>Fails when the node does not know a name.</summary>
    public void NeedNames(StepRun run)
    {
        var accounts = run.Machine.Accounts;
        run.Need(Owner is null || accounts.Uid(Owner) is not null, $"there is no user {Owner}");
        run.Need(Group is null || accounts.Gid(Group) is not null, $"there is no group {Group}");
    }

    /// <summary>Gives them to something new.</summary>
    public Inode Given(Inode inode, Accounts accounts)
    {
        inode.Mode = Mode ?? inode.Mode;
        inode.Uid = Owner is null ? inode.Uid : accounts.Uid(Owner) ?? inode.Uid;
        inode.Gid = Group is null ? inode.Gid : accounts.Gid(Group) ?? inode.Gid;
        return inode;
    }

    /// <summary>Changes what differs of something that was there.</summary>
    public void Change(Inode inode, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        if (Owner is { } owner && accounts.Uid(owner) != inode.Uid)
        {
            run.Change(ChangeText.SetOwner(owner, accounts.UserName(inode.Uid)),
                () => inode.Uid = accounts.Uid(owner)!.Value);
        }

        if (Group is { } group && accounts.Gid(group) != inode.Gid)
        {
            run.Change(ChangeText.SetGroup(group, accounts.GroupName(inode.Gid)),
                () => inode.Gid = accounts.Gid(group)!.Value);
        }

        if (Mode is { } mode && mode != inode.Mode)
        {
            run.Change(ChangeText.SetMode(mode, inode.Mode), () => inode.Mode = mode);
        }
    }
}
