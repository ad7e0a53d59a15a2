namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>The methods of a provider.</summary>
internal enum ProviderCall
{
    Validate,
    Launch,
    Find,
    Describe,
    Start,
    Reboot,
    Stop,
    Terminate,
    Console,
}
