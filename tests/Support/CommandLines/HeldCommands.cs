using System.Runtime.Versioning;

namespace CSharpChef.TestSupport.CommandLines;

/// <summary>
/// Holds commands until the command lines of all processes have been read: a command writes into the named pipe
/// <c>held</c>, then reads from the named pipe <c>go</c>.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class HeldCommands
{
    private const char End = '.';
    private readonly string folder = TemporaryFolder.Create("csharpchef-held-");
    private readonly HashSet<string> commandLines = [];
    private readonly FileStream held;
    private readonly FileStream go;
    private readonly Task reading;

    public HeldCommands()
    {
        var (heldPath, goPath) = (Path.Combine(folder, "held"), Path.Combine(folder, "go"));
        LocalShell.Run("mkfifo", heldPath, goPath);
        (held, go) = (Open(heldPath), Open(goPath));
        Hold = $"{{ echo >{heldPath}; read -r go <{goPath}; }}";
        reading = Task.Factory.StartNew(Read, TaskCreationOptions.LongRunning);
    }

    /// <summary>The shell command that holds the command of which it is a part.</summary>
    public string Hold { get; }

    /// <summary>How many commands were held.</summary>
    public int Count { get; private set; }

    /// <summary>The command lines of all processes at the moments when a command was held.</summary>
    public async Task<IReadOnlySet<string>> EndAsync()
    {
        Write(held, End);
        await reading;
        await held.DisposeAsync();
        await go.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return commandLines;
    }

    // Opened for both directions, a pipe blocks neither when it is opened nor at the end of its other side.
    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    private static void Write(FileStream pipe, char sign) => pipe.WriteByte((byte)sign);

    private void Read()
    {
        while (held.ReadByte() != End)
        {
            Count++;
            commandLines.UnionWith(ProcessList.Now());
            Write(go, '\n');
        }
    }
}
