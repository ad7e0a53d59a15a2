using System.Globalization;

namespace CSharpChef.Testing;

internal static class UserStepFake
{
    public static void Run(UserStep step, StepRun run)
    {
        NeedGroups(step, run);
        var accounts = run.Machine.Accounts;
        var old = accounts.User(step.Name);
        var holder = step.Uid is { } uid ? accounts.Users.Find(user => user.Uid == uid) : null;
        run.Require(holder is null || holder == old, $"user {holder?.Name} has number {step.Uid} already");
        if (old is null)
        {
            PasswordChange.RequireUnlockable(UserAccount.NoPassword, step, run);
            run.Change(UserStep.CreateUser, () => NewUser.Create(step, run.Machine));
            return;
        }

        ChangeProperties(step, old, run);
        ChangePrimaryGroup(step, old, run);
        ChangeGroups(step, old, run);
        PasswordChange.Run(step, old, run);
    }

    private static void NeedGroups(UserStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        run.Require(step.Group is null || (accounts.Gid(step.Group) is { } gid
            && accounts.Group(gid) is not null), $"group {step.Group} does not exist");
        var missing = step.Groups?.FirstOrDefault(name => accounts.Group(name) is null);
        run.Require(missing is null, $"group {missing} does not exist");
    }

    private static void ChangeProperties(UserStep step, UserAccount user, StepRun run)
    {
        Change("uid", step.Uid is { } uid ? Text(uid) : null, Text(user.Uid), () => user.Uid = step.Uid!.Value);
        Change("comment", step.Comment, user.Comment, () => user.Comment = step.Comment!);
        if (step.Home is { } home && home != user.Home)
        {
            run.Note($"the files in {user.Home} are not moved");
        }

        Change("home", step.Home, user.Home, () => user.Home = step.Home!);
        Change("shell", step.Shell, user.Shell, () => user.Shell = step.Shell!);

        void Change(string property, string? wanted, string old, Action act)
        {
            if (wanted is not null && wanted != old)
            {
                run.Change($"{UserStep.SetProperty} {property}", wanted.Length == 0 ? "\"\"" : wanted, old, act);
            }
        }
    }

    private static void ChangePrimaryGroup(UserStep step, UserAccount user, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        if (step.Group is { } group && accounts.Gid(group) != user.Gid)
        {
            run.Change(
                UserStep.SetGroup,
                group,
                accounts.GroupName(user.Gid),
                () => user.Gid = accounts.Gid(group)!.Value);
        }
    }

    // Supplementary groups only: ChangePrimaryGroup handles the primary one.
    private static void ChangeGroups(UserStep step, UserAccount user, StepRun run)
    {
        if (step.Groups is not { } wanted)
        {
            return;
        }

        var accounts = run.Machine.Accounts;
        var current = accounts.Groups.FindAll(group => group.Members.Contains(user.Name));
        foreach (var group in wanted.Except(current.Select(group => group.Name)).ToList())
        {
            run.Change($"{UserStep.AddToGroup} {group}", () => accounts.Group(group)!.Members.Add(user.Name));
        }

        foreach (var group in step.AppendGroups ? [] : current.Where(group => !wanted.Contains(group.Name)))
        {
            run.Change($"{UserStep.RemoveFromGroup} {group.Name}", () => group.Members.Remove(user.Name));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
