namespace CSharpChef.Converge.Plan;

internal enum ConvergeMode
{
    /// <summary>Tests, and acts where a test says so.</summary>
    Converge,

    /// <summary>Only tests. A notification fires as if its sender had changed.</summary>
    Plan,
}
