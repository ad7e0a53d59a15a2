using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef rotate-key</c></summary>
internal static class RotateKeyVerb
{
    public static Command Create()
    {
        var store = new StoreOptionSet();
        var forget = new Option<bool>("--forget-old")
        {
            Description = "Only remove the old keys, when nothing is sealed with them any more."
        };
        var command = new Command("rotate-key", """
            Adds a new master key to a server's key file and seals all secrets of its store with it. The server may run meanwhile. Old
            keys stay in the file until they are forgotten: backups of before need them.

            Examples:
              csharpchef rotate-key
              csharpchef rotate-key --forget-old
            """);
        store.AddTo(command);
        command.Options.Add(forget);
        command.SetAction((parsed, ct) => RunAsync(store.Read(parsed), parsed.GetValue(forget), ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions options, bool forget, CancellationToken ct)
    {
        await using var store = new DocumentStore(
            await StoreOpening.ExistingAsync(options, ct), new(options.KeyPath), TimeProvider.System);
        Console.WriteLine(forget
            ? $"{await KeyRotation.ForgetOldAsync(store, options.KeyPath, ct)} old keys forgotten"
            : $"{await KeyRotation.RotateAsync(store, options.KeyPath, ct)} secrets sealed anew");
        return 0;
    }
}
