using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>The wanted mode, owner and group of a path. A property that is null stays as it is.</summary>
internal sealed record Ownership(Permissions? Mode, string? Owner, string? Group)
{
    /// <summary>Fails when the node has no such user or group.</summary>
    public void RequireNames(StepRun run)
    {
        var accounts = run.Machine.Accounts;
        run.Require(Owner is null || accounts.Uid(Owner) is not null, $"user {Owner} does not exist");
        run.Require(Group is null || accounts.Gid(Group) is not null, $"group {Group} does not exist");
    }

    /// <summary>Sets the properties of a new inode.</summary>
    public Inode Applied(Inode inode, Accounts accounts)
    {
        inode.Mode = Mode ?? inode.Mode;
        inode.Uid = Owner is null ? inode.Uid : accounts.Uid(Owner) ?? inode.Uid;
        inode.Gid = Group is null ? inode.Gid : accounts.Gid(Group) ?? inode.Gid;
        return inode;
    }

    /// <summary>Changes the properties of an existing inode that differ.</summary>
    public void Change(Inode inode, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        if (Owner is { } owner && accounts.Uid(owner) != inode.Uid)
        {
            run.Change(
                PermissionChange.SetOwner,
                owner,
                accounts.UserName(inode.Uid),
                () => inode.Uid = accounts.Uid(owner)!.Value);
        }

        if (Group is { } group && accounts.Gid(group) != inode.Gid)
        {
            run.Change(
                PermissionChange.SetGroup,
                group,
                accounts.GroupName(inode.Gid),
                () => inode.Gid = accounts.Gid(group)!.Value);
        }

        if (Mode is { } mode && mode != inode.Mode)
        {
            run.Change(PermissionChange.SetMode, $"{mode}", $"{inode.Mode}", () => inode.Mode = mode);
        }
    }
}
