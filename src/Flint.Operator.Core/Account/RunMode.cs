namespace Flint.Operator.Core.Account;

/// <summary>How this run was started; decided by the head before anything else and fixed until it ends.</summary>
/// <param name="IsPractice">The practice API answers; its records live in a database of their own and are never sent elsewhere.</param>
/// <param name="KeyIsGiven">The key came from the environment, so the app neither shows nor changes it.</param>
/// <param name="AddressIsGiven">The base URL came from the environment.</param>
/// <param name="DataFolder">Where all local state is.</param>
/// <param name="Version">The app's version.</param>
public sealed record RunMode(bool IsPractice, bool KeyIsGiven, bool AddressIsGiven, string DataFolder, string Version);
