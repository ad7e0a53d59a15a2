using System.Globalization;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class UserStepFake
{
    public static void Run(UserStep step, StepRun run)
    {
        var old = run.Machine.Accounts.User(step.Name);
        if (old is null)
        {
            RequireForNew(step, run);
            run.Change(UserStep.CreateUser, () => NewUser.Create(step, run));
            PasswordChange.SetFirst(step, run);
            return;
        }

        ChangeProperties(step, old, run);
        ChangePrimaryGroup(step, old, run);
        ChangeGroups(step, old, run);
        PasswordChange.Run(step, old, run);
    }

    /// <summary>Fails when another account has the number.</summary>
    private static void RequireFree(int? uid, StepRun run)
    {
        var holder = run.Machine.Accounts.Users.Find(user => user.Uid == uid);
        run.Require(holder is null, $"user {holder?.Name} has number {uid} already");
    }

    /// <summary>Fails when the primary group of the step does not exist.</summary>
    private static void RequirePrimaryGroup(UserStep step, StepRun run)
    {
        var accounts = run.Machine.Accounts;
        run.Require(
            step.Group is null || (accounts.Gid(step.Group) is { } gid && accounts.Group(gid) is not null),
            $"group {step.Group} does not exist");
    }

    /// <summary>A supplementary group.</summary>
    /// <exception cref="StepFailure">It does not exist.</exception>
    public static GroupAccount? SupplementaryGroup(string name, StepRun run)
    {
        var group = run.Machine.Accounts.Group(name);
        run.Require(group is not null, $"group {name} does not exist");
        return group;
    }

    private static void RequireForNew(UserStep step, StepRun run)
    {
        RequirePrimaryGroup(step, run);
        foreach (var name in step.Groups?.Where(name => step.Group is not null || name != step.Name) ?? [])
        {
            SupplementaryGroup(name, run);
        }

        RequireFree(step.Uid, run);
    }

    private static void ChangeProperties(UserStep step, UserAccount user, StepRun run)
    {
        if (step.Uid != user.Uid)
        {
            RequireFree(step.Uid, run);
        }

        Change("uid", step.Uid is { } uid ? Text(uid) : null, Text(user.Uid), () => user.Uid = step.Uid!.Value);
        Change("comment", step.Comment, user.Comment, () => user.Comment = step.Comment!);
        if (step.Home is { } home && home != user.Home)
        {
            run.Note($"the files in {(user.Home.Length == 0 ? "the old home" : user.Home)} are not moved");
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
            RequirePrimaryGroup(step, run);
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
        foreach (var name in wanted.Except(current.Select(group => group.Name)).ToList())
        {
            var group = SupplementaryGroup(name, run);
            run.Change($"{UserStep.AddToGroup} {name}", () => group!.Members.Add(user.Name));
        }

        foreach (var group in step.AppendGroups ? [] : current.Where(group => !wanted.Contains(group.Name)))
        {
            run.Change($"{UserStep.RemoveFromGroup} {group.Name}", () => group.Members.Remove(user.Name));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
