using CSharpChef.Stacks.Instances;

namespace CSharpChef.Stacks.Fleet.Logins;

/// <summary>Changes the accounts on the machine of an instance.</summary>
internal interface IMachineAccounts
{
    /// <summary>Keeps the accounts of users as the permissions for the stack say. Tries once.</summary>
    Task<LoginsResult> SyncAsync(Instance instance, CancellationToken ct);

    /// <summary>
    /// Adds the key of the stack to the account of the server, logs in with it, and removes the former keys. Tries
    /// once.
    /// </summary>
    Task<LoginResult> RotateKeyAsync(Instance instance, CancellationToken ct);

    /// <summary>
    /// Removes all accounts that the server made on a registered machine, and last its own access. Tries once; the
    /// result is <see cref="LoginResult.Refused"/> when the machine does not know the server any more.
    /// </summary>
    Task<LoginResult> RemoveAsync(Instance instance, CancellationToken ct);
}
