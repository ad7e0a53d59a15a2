using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

internal enum SudoAnswer { Started, WrongPassword, Ended }

/// <summary>
/// Answers sudo's password prompt. Random words in the prompt distinguish it from anything else that a host prints.
/// </summary>
internal sealed class SudoDialogue(string prompt, string start)
{
    public static SudoDialogue New()
    {
        var marker = RandomNumberGenerator.GetHexString(24, lowercase: true);
        return new($"csharpchef-password-{marker}", $"csharpchef-start-{marker}");
    }

    public string Command(string arguments) => ExecCommand.SudoWithPassword(arguments, prompt, start);

    /// <summary>Answers sudo's prompt with the password until the shell starts or sudo gives up.</summary>
    public async Task<(SudoAnswer Answer, IRemoteProcess? Process)> AuthenticateAsync(
        IRemoteProcess process, string password, CancellationToken ct)
    {
        var output = new MarkerReader(process.Output, start + "\n");
        var error = new MarkerReader(process.Error, prompt);
        var prompts = 0;
        while (true)
        {
            await Task.WhenAny(output.NextAsync(), error.NextAsync()).WaitAsync(ct);
            if (await output.FindMarkerAsync())
            {
                return (SudoAnswer.Started, new ResumedProcess(process, output.Rest(), error.Rest()));
            }

            if (await error.FindMarkerAsync())
            {
                if (prompts++ > 0)
                {
                    return (SudoAnswer.WrongPassword, null);
                }

                await process.Input.WriteAsync(Encoding.UTF8.GetBytes(password + "\n"), ct);
                await process.Input.FlushAsync(ct);
            }

            if (output.AtEnd)
            {
                return (SudoAnswer.Ended, null);
            }
        }
    }
}
