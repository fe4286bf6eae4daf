print("resolute")
