using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>
/// Changes the password field of <c>/etc/shadow</c>: a hash, with one or more <c>!</c> before it when it is locked. A
/// new hash keeps the lock unless the step sets it, and both are reported as one change.
/// </summary>
internal static class PasswordChange
{
    public static void Run(UserStep step, UserAccount user, StepRun run)
    {
        RequireUnlockable(user.Password, step, run);
        var field = Field(user.Password, step);
        if (field != user.Password)
        {
            run.Change(Text(step), () => user.Password = field);
        }
    }

    /// <summary>Sets the password of a new account, as a part of its creation.</summary>
    public static void SetFirst(UserStep step, StepRun run)
    {
        if (!run.Planning)
        {
            var user = run.Machine.Accounts.User(step.Name)!;
            RequireUnlockable(user.Password, step, run);
            user.Password = Field(user.Password, step);
        }
    }

    private static void RequireUnlockable(string old, UserStep step, StepRun run) => run.Require(
        Field(old, step).Length > 0
            || old.Length == 0, $"user {step.Name} has no password that could be unlocked: set PasswordHash");

    /// <summary>The new value of the field.</summary>
    public static string Field(string old, UserStep step) => (step.PasswordHash, step.Locked) switch
    {
        (null, true) => Locked(old),
        (null, false) => old.TrimStart('!'),
        (null, null) => old,
        ({ } hash, false) => hash,
        (['!', ..] hash, _) => hash,
        ({ } hash, true) => LockOf(old) is { Length: > 0 } marks ? marks + hash : Locked(hash),
        ({ } hash, null) => LockOf(old) + hash,
    };

    /// <summary>The marks of a lock before a hash; without a hash, an account has no password to lock.</summary>
    private static string LockOf(string field) =>
        field.TrimStart('!') is { Length: > 0 } hash ? field[..^hash.Length] : "";

    private static string Locked(string field) => field.StartsWith('!') ? field : "!" + field;

    private static string Text(UserStep step) => step switch
    {
        { PasswordHash: not null } => UserStep.SetPassword,
        { Locked: true } => UserStep.Lock,
        _ => UserStep.Unlock,
    };
}
