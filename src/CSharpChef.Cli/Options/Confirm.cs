namespace CSharpChef.Cli.Options;

/// <summary>A last question before something is gone. Programs are not asked.</summary>
internal static class Confirm
{
    public static bool Asks(string what)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return true;
        }

        Console.Error.Write($"{what}? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
