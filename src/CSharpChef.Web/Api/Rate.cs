namespace CSharpChef.Web;

/// <summary>So many a second, after so many at once.</summary>
internal sealed record Rate(int PerSecond, int Burst);
