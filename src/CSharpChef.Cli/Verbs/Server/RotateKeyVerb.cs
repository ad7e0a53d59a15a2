using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Server;

/// <summary><c>csharpchef rotate-key</c></summary>
internal static class RotateKeyVerb
{
    public static Command Create()
    {
        var store = new DataOptions();
        var forgetOld = new Option<bool>("--forget-old")
        {
            Description = "Only remove old keys that no secret is sealed with any more."
        };
        var command = new Command("rotate-key", """
            Replace the master key of a server.
            Adds a new key to the key file and seals all secrets of the store with it. The server may run meanwhile. Old keys
            stay in the file until --forget-old removes them: older backups need them.

            Examples:
              csharpchef rotate-key
              csharpchef rotate-key --forget-old
            """);
        store.AddTo(command);
        command.Options.Add(forgetOld);
        command.SetAction((parsed, ct) =>
        {
            var options = store.Read(parsed);
            return StoreFaults.ExplainAsync(options, () => RunAsync(options, parsed.GetValue(forgetOld), ct));
        });
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions options, bool forget, CancellationToken ct)
    {
        await using var store = await StoreOpening.OpenExistingAsync(options, TimeProvider.System, ct);
        Console.WriteLine(forget
            ? $"{Plural.Of(await KeyRotation.ForgetOldAsync(store, options.KeyPath, ct), "old key")} removed"
            : $"{Plural.Of(await KeyRotation.RotateAsync(store, options.KeyPath, ct), "secret")} sealed with the new key");
        return 0;
    }
}
