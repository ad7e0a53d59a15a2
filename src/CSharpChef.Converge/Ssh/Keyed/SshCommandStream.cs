using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Keyed;

/// <summary>The output and input of a command over SSH; its end is an error when the command failed.</summary>
internal sealed class SshCommandStream : UnseekableStream
{
    private readonly SshClient client;
    private readonly SshCommand command;
    private readonly string shown;
    private readonly Task end;
    private readonly Stream input;

    public SshCommandStream(SshClient client, SshCommand command, string shown)
    {
        (this.client, this.command, this.shown) = (client, command, shown);
        end = command.ExecuteAsync(CancellationToken.None);
        input = InputOf(command);
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = command.OutputStream.Read(buffer, offset, count);
        if (read == 0)
        {
            RequireSuccess();
        }

        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => input.Write(buffer, offset, count);

    public override void Flush() => input.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
        }

        base.Dispose(disposing);
    }

    // A command that has ended already takes no input; its output and its exit code say the rest.
    private static Stream InputOf(SshCommand command)
    {
        try
        {
            return command.CreateInputStream();
        }
        catch (InvalidOperationException)
        {
            return Null;
        }
    }

    private void RequireSuccess()
    {
        end.GetAwaiter().GetResult();
        if (command.ExitStatus is not 0)
        {
            var reason = PrintableText.Of(command.Error).Split('\n').Select(line => line.Trim())
                .FirstOrDefault(line => line.Length > 0);
            throw new ConvergeException(
                $"{shown} cannot be fetched: {reason ?? command.CommandText} (exit code {command.ExitStatus})")
            {
                CommandExitCode = command.ExitStatus,
            };
        }
    }
}
