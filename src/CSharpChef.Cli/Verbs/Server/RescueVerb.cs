using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Web.Serving;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Server;

/// <summary><c>csharpchef rescue</c></summary>
internal static class RescueVerb
{
    public static Command Create()
    {
        var store = new DataOptions();
        var user = new Argument<string>("ARN") { Description = "The user, such as arn:aws:iam::123456789012:user/alice." };
        var command = new Command("rescue", """
            Make a user an administrator with a new access key.
            For the operator of a server whose administrators have lost their keys. Works on the store itself, so a server with
            SQLite must be stopped first. Prints the key in the format of an AWS credentials file, and notes it in the activity
            log. A user has at most two keys: the oldest one is removed when there are two.

            Examples:
              csharpchef rescue arn:aws:iam::123456789012:user/admin > credentials
              csharpchef rescue arn:aws:iam::123456789012:user/admin --store postgres://chef@db/chef --master-key /etc/csharpchef/master.key
            """);
        command.Arguments.Add(user);
        store.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var options = store.Read(parsed);
            return StoreFaults.ExplainAsync(options, () => RunAsync(options, parsed.GetValue(user)!, ct));
        });
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions options, string user, CancellationToken ct)
    {
        StoreOpening.RequireExisting(options);
        using var folder = options.Url is null ? DataFolderLock.Acquire(options.DataFolder) : null;
        await using var store = await StoreOpening.OpenExistingAsync(options, TimeProvider.System, ct);
        var rescued = await Rescue.RunAsync(store, user, ct);
        await Console.Error.WriteLineAsync($"{user} is an administrator.");
        foreach (var key in rescued.RemovedKeys)
        {
            await Console.Error.WriteLineAsync($"The access key {key} was removed.");
        }

        await Console.Error.WriteLineAsync("The new key is shown only here:");
        Console.Write(CredentialsFile.Text(rescued.AccessKeyId, rescued.Secret, null));
        return 0;
    }
}
