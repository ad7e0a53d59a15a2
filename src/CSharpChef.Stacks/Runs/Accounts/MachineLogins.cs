using CSharpChef.Converge.Accounts;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Fleet.Logins;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Runs.Accounts;

/// <summary>Makes the program that keeps the accounts of users on a machine, and reads its output.</summary>
internal static class MachineLogins
{
    private const string ChangedMark = "changed ";
    private const string SkippedMark = "skipped ";

    public static async Task<string> ProgramAsync(StoreSession session, string stack) => AccountPrograms.SyncLogins(
        await StackLogins.OfAsync(session, stack), await LoginRetention.DaysAsync(session), session.Now);

    public static LoginsResult Read(int? exitCode, string output) => new(
        exitCode == 0 ? new LoginResult.LoggedIn("") : new LoginResult.NotYet(output.Trim()))
    {
        Changed = Lines(output, ChangedMark),
        Skipped = Lines(output, SkippedMark),
    };

    private static IReadOnlyList<string> Lines(string output, string mark) =>
    [
        .. output.Split('\n').Where(line => line.StartsWith(mark, StringComparison.Ordinal))
            .Select(line => line[mark.Length..]),
    ];
}
