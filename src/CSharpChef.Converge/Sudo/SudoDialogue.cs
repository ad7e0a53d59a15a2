using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

internal enum SudoAnswer { Started, WrongPassword, Ended }

/// <summary>
/// Answers sudo's password prompt. Random words in the prompt distinguish it from anything else that a host prints.
/// </summary>
internal sealed class SudoDialogue(string login, string prompt, string start)
{
    /// <summary>True when the login shell ran our command, which is sudo.</summary>
    public bool IsPastLogin { get; private set; }

    /// <summary>What sudo, or what ran in its place, printed, without our prompts.</summary>
    public string Words { get; private set; } = "";

    public static SudoDialogue New()
    {
        var marker = RandomNumberGenerator.GetHexString(24, lowercase: true);
        return new(
            $"csharpchef-login-{marker}", $"csharpchef-password-{marker}", $"csharpchef-start-{marker}");
    }

    public string Command(string arguments) =>
        ExecCommand.After(login, ExecCommand.SudoWithPassword(arguments, prompt, start));

    /// <summary>Answers sudo's prompt with the password until the shell starts or sudo gives up.</summary>
    /// <exception cref="ConnectionException">sudo, or what starts before it, does not answer.</exception>
    public async Task<(SudoAnswer Answer, IRemoteProcess? Process)> AuthenticateAsync(
        IRemoteProcess process, string password, TimeProvider clock, string ssh, CancellationToken ct)
    {
        using var answer = new FirstAnswer(clock, ssh, usesSudo: true, ct);
        var streams = new PrintedStreams(process) { Hidden = [login, prompt, password] };
        var prompts = 0;
        answer.BeginWait();
        while (true)
        {
            await answer.WaitAsync(streams, prompts == 0 ? "the command" : "the sudo password", password);
            await streams.CollectAsync();
            if (streams.Output.Take(start + "\n"))
            {
                return (SudoAnswer.Started, streams.Rest());
            }

            if (streams.Error.Take(prompt))
            {
                if (prompts++ > 0)
                {
                    return (SudoAnswer.WrongPassword, null);
                }

                await SendAsync(process.Input, password, answer);
            }

            if (streams.Output.AtEnd)
            {
                IsPastLogin = streams.Output.Take(login);
                Words = await streams.WordsAsync(IsPastLogin, answer.Token);
                return (SudoAnswer.Ended, null);
            }
        }
    }

    private static async Task SendAsync(Stream input, string password, FirstAnswer answer)
    {
        try
        {
            await input.WriteAsync(Encoding.UTF8.GetBytes(password + "\n"), answer.Token);
            await input.FlushAsync(answer.Token);
            answer.BeginWait();
        }
        catch (OperationCanceledException)
        {
            // The time is up, or the caller cancels: the next wait tells which.
        }
    }
}
