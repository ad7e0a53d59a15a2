using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Names;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary><c>csharpchef stack rotate-ssh-key</c></summary>
internal static class StackRotateKeyVerb
{
    public static Command Create()
    {
        var stack = new Argument<string?>("STACK")
        {
            Description = "The stack, by name or id. Default: the only stack.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until the machines have the new key." };
        var server = new ProfileOptions();
        var command = new Command("rotate-ssh-key", """
            Gives the stack and its machines a new SSH key.
            Adds the new key on each machine, logs in with it, and removes the former one. Machines that are stopped or not
            reached keep the former key until the server reaches them again; the exit code is 1 when one should have been
            reached and was not. csharpchef stack ssh-key --json lists the machines that wait.

            Examples:
              csharpchef stack rotate-ssh-key shop
            """);
        command.Arguments.Add(stack);
        command.Options.Add(noWait);
        server.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var api = server.Client(parsed);
            var names = new NameResolver(api);
            var id = parsed.GetValue(stack) is { } text
                ? await names.StackAsync(text, ct)
                : await names.OnlyStackAsync(ct);
            await api.CallAsync("RotateStackSshKey", new() { ["StackId"] = id }, ct);
            return parsed.GetValue(noWait) ? 0 : await new KeyRotationWait(api.CallAsync, id).RunAsync(ct);
        });
        return command;
    }
}
